/**
 * Templates of Handlebars. What stands in double braces is escaped in HTML; nothing is in text. The figures are finished:
 * a template computes nothing.
 */

/** Around every mail. Inline styles and tables, since mail programs know no others. */
export const HTML_LAYOUT = `<!doctype html>
<html lang="{{locale}}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{words.subject}}</title></head>
<body style="margin:0;padding:24px;background:#f4f4f4;font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.5;color:#222">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="max-width:600px;width:100%;background:#ffffff">
{{#if shop.name}}<tr><td style="padding:24px 32px 0;font-size:20px;font-weight:bold">{{shop.name}}</td></tr>{{/if}}
<tr><td style="padding:24px 32px 32px">
<p style="margin:0 0 12px">{{words.hello}}{{#if order.name}} {{order.name}}{{/if}},</p>
<p style="margin:0 0 20px">{{lines words.intro}}</p>
{{> @partial-block}}
{{#if words.closing}}<p style="margin:20px 0 0">{{lines words.closing}}</p>{{/if}}
{{#if link}}<p style="margin:28px 0 0"><a href="{{link}}" style="display:inline-block;padding:10px 20px;background:#222222;color:#ffffff;text-decoration:none">{{words.action}}</a></p>{{/if}}
</td></tr></table>
</td></tr></table>
</body></html>`;

export const TEXT_LAYOUT = `{{words.hello}}{{#if order.name}} {{order.name}}{{/if}},

{{words.intro}}

{{> @partial-block}}
{{#if words.closing}}

{{words.closing}}
{{/if}}

{{#if link}}

{{words.action}}: {{link}}
{{/if}}
{{#if shop.name}}

{{shop.name}}
{{/if}}`;

/** The things of an order with their prices, its sums, addresses and payment. */
export const HTML_ORDER = `<p style="margin:0 0 12px"><strong>{{words.order}} {{order.number}}</strong><br>{{words.placedAt}} {{order.placedAt}}</p>
{{> items items=order.items}}
<table role="presentation" width="100%" cellpadding="4" cellspacing="0" style="margin:0 0 20px">
<tr><td>{{words.subtotal}}</td><td align="right">{{order.totals.subtotal}}</td></tr>
{{#if order.hasDiscount}}<tr><td>{{words.discount}}{{#if order.discountCode}} ({{order.discountCode}}){{/if}}</td><td align="right">{{order.totals.discount}}</td></tr>{{/if}}
{{#if order.hasShipping}}<tr><td>{{words.shippingCosts}} ({{order.shippingOption}})</td><td align="right">{{order.totals.shipping}}</td></tr>{{/if}}
{{#if order.hasTax}}{{#unless order.taxIncluded}}<tr><td>{{words.tax}}</td><td align="right">{{order.totals.tax}}</td></tr>{{/unless}}{{/if}}
<tr><td style="border-top:1px solid #dddddd"><strong>{{words.total}}</strong></td><td align="right" style="border-top:1px solid #dddddd"><strong>{{order.totals.total}}</strong></td></tr>
{{#if order.hasTax}}{{#if order.taxIncluded}}<tr><td>{{words.taxIncluded}}</td><td align="right">{{order.totals.tax}}</td></tr>{{/if}}{{/if}}
</table>
<p style="margin:0 0 20px">{{words.payment}}: {{#if order.paymentMethod}}{{order.paymentMethod}}, {{/if}}{{#if order.paid}}{{words.paid}}{{else}}{{words.notPaid}}{{/if}}</p>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>
<td valign="top" width="50%"><strong>{{words.billing}}</strong><br>{{#each order.billing}}{{this}}<br>{{/each}}</td>
<td valign="top" width="50%"><strong>{{words.shipping}}</strong><br>{{#each order.shipping}}{{this}}<br>{{/each}}</td>
</tr></table>
{{#if order.instructions}}<p style="margin:20px 0 0"><strong>{{words.instructions}}</strong><br>{{order.instructions}}</p>{{/if}}`;

export const TEXT_ORDER = `{{words.order}} {{order.number}}, {{words.placedAt}} {{order.placedAt}}

{{> items items=order.items}}

{{words.subtotal}}: {{order.totals.subtotal}}
{{#if order.hasDiscount}}
{{words.discount}}{{#if order.discountCode}} ({{order.discountCode}}){{/if}}: {{order.totals.discount}}
{{/if}}
{{#if order.hasShipping}}
{{words.shippingCosts}} ({{order.shippingOption}}): {{order.totals.shipping}}
{{/if}}
{{#if order.hasTax}}
{{#unless order.taxIncluded}}
{{words.tax}}: {{order.totals.tax}}
{{/unless}}
{{/if}}
{{words.total}}: {{order.totals.total}}
{{#if order.hasTax}}
{{#if order.taxIncluded}}
{{words.taxIncluded}}: {{order.totals.tax}}
{{/if}}
{{/if}}

{{words.payment}}: {{#if order.paymentMethod}}{{order.paymentMethod}}, {{/if}}{{#if order.paid}}{{words.paid}}{{else}}{{words.notPaid}}{{/if}}


{{words.billing}}:
{{#each order.billing}}
{{this}}
{{/each}}

{{words.shipping}}:
{{#each order.shipping}}
{{this}}
{{/each}}
{{#if order.instructions}}

{{words.instructions}}:
{{order.instructions}}
{{/if}}`;

/** Things with their quantities, and what they cost where that is known. */
export const HTML_ITEMS = `<table role="presentation" width="100%" cellpadding="4" cellspacing="0" style="margin:0 0 12px">
{{#each items}}<tr><td style="border-top:1px solid #dddddd">{{description}}{{#if options}}, {{options}}{{/if}}{{#if sku}}<br><span style="color:#666666">{{sku}}</span>{{/if}}</td><td align="right" valign="top" style="border-top:1px solid #dddddd;white-space:nowrap">{{quantity}}{{#if unitPrice}} × {{unitPrice}}{{/if}}</td>{{#if total}}<td align="right" valign="top" style="border-top:1px solid #dddddd;white-space:nowrap">{{total}}</td>{{/if}}</tr>
{{/each}}</table>`;

export const TEXT_ITEMS = `{{#each items}}
{{quantity}} × {{description}}{{#if options}}, {{options}}{{/if}}{{#if sku}} ({{sku}}){{/if}}{{#if total}}: {{total}}{{/if}}{{! the line ends here }}
{{/each}}`;
