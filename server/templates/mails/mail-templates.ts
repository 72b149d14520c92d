import type { MailKind } from '../../domain/mails/mail';

/** One mail, as strings of Handlebars. `{{> order}}` is the whole order, `{{> items items=…}}` a list of things. */
export interface MailTemplate {
  subject: string;
  text: string;
  html: string;
}

const SUBJECT = '{{words.subject}}{{#if shop.name}} – {{shop.name}}{{/if}}';

const mail = (text: string, html: string = text): MailTemplate => ({
  subject: SUBJECT,
  text: `{{#> layout}}\n${text}\n{{/layout}}`,
  html: `{{#> layout}}${html}{{/layout}}`,
});

const WHOLE_ORDER = mail('{{> order}}');

/** Ours. What they say is in `words.ts`, what they show in `layout.ts`. */
export const MAIL_TEMPLATES: Record<MailKind, MailTemplate> = {
  receipt: WHOLE_ORDER,
  paymentReceived: WHOLE_ORDER,
  shipped: mail(
    `{{> items items=fulfilment.items}}
{{#if fulfilment.carrier}}
{{words.carrier}}: {{fulfilment.carrier}}
{{/if}}
{{#if fulfilment.trackingNumber}}
{{words.tracking}}: {{fulfilment.trackingNumber}}
{{/if}}
{{#if fulfilment.trackingUrl}}
{{fulfilment.trackingUrl}}
{{/if}}

{{words.shipping}}:
{{#each order.shipping}}
{{this}}
{{/each}}`,
    `{{> items items=fulfilment.items}}
{{#if fulfilment.carrier}}<p style="margin:0 0 8px">{{words.carrier}}: {{fulfilment.carrier}}</p>{{/if}}
{{#if fulfilment.trackingNumber}}<p style="margin:0 0 8px">{{words.tracking}}: {{#if fulfilment.trackingUrl}}<a href="{{fulfilment.trackingUrl}}">{{fulfilment.trackingNumber}}</a>{{else}}{{fulfilment.trackingNumber}}{{/if}}</p>{{else}}{{#if fulfilment.trackingUrl}}<p style="margin:0 0 8px"><a href="{{fulfilment.trackingUrl}}">{{words.tracking}}</a></p>{{/if}}{{/if}}
<p style="margin:12px 0 0"><strong>{{words.shipping}}</strong><br>{{#each order.shipping}}{{this}}<br>{{/each}}</p>`
  ),
  refunded: mail('{{> items items=refund.items}}'),
  cancelled: mail('{{> items items=order.items}}'),
  paymentLink: WHOLE_ORDER,
  abandonedCart: mail('{{> items items=cart.items}}'),
};
