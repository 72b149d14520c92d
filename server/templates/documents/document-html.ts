import Handlebars from 'handlebars';

import type { Sheet } from '../../domain/invoices/document';
import { DOCUMENT_CSS } from './document-css';

const TEMPLATE = `<!doctype html>
<html lang="{{locale}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{{title}}</title>
<style>{{{css}}}</style>
</head>
<body>
{{#each documents}}<article lang="{{sheet.locale}}">
<header>
<div class="seller">
{{#if logo}}<img src="{{logo}}" alt="{{sheet.seller.name}}">{{/if}}
{{#if sheet.seller.name}}<p class="name">{{sheet.seller.name}}</p>{{/if}}
{{#each sheet.seller.lines}}<p>{{this}}</p>
{{/each}}</div>
<div class="recipient">
{{#each sheet.recipient}}<p>{{this}}</p>
{{/each}}</div>
</header>
<h1>{{sheet.title}}</h1>
<div class="about">
<dl>
{{#each sheet.facts}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>
{{/each}}</dl>
{{#with sheet.delivery}}<div class="delivery">
<p class="name">{{label}}</p>
{{#each lines}}<p>{{this}}</p>
{{/each}}</div>
{{/with}}</div>
<table>
<thead><tr>{{#each sheet.columns}}<th scope="col">{{this}}</th>{{/each}}</tr></thead>
<tbody>
{{#each sheet.rows}}<tr><td><p>{{description}}</p>{{#each details}}<p class="detail">{{this}}</p>{{/each}}</td>
{{~#each cells}}<td>{{this}}</td>{{/each}}</tr>
{{/each}}</tbody>
</table>
{{#if sheet.totals.length}}<dl class="totals">
{{#each sheet.totals}}<div{{#if strong}} class="strong"{{/if}}><dt>{{label}}</dt><dd>{{value}}</dd></div>
{{/each}}</dl>
{{/if}}{{#each sheet.notes}}<div class="note">
{{#if label}}<p class="name">{{label}}</p>{{/if}}
{{#each lines}}<p>{{this}}</p>
{{/each}}</div>
{{/each}}{{#if sheet.footer}}<footer>{{sheet.footer}}</footer>
{{/if}}</article>
{{/each}}</body>
</html>
`;

const render = Handlebars.compile(TEMPLATE);

/** A sheet, and the picture on it as a data URL. */
export interface PrintedSheet {
  sheet: Sheet;
  logo: string | null;
}

/** The page for a browser, ready to be printed; several begin a new leaf each. All that is not ours is escaped. */
export function documentHtml(documents: readonly PrintedSheet[]): string {
  const [first] = documents;
  const title = first ? titleOf(first.sheet) : '';
  return render({ documents, title, locale: first?.sheet.locale ?? 'en', css: DOCUMENT_CSS });
}

/** What a window or a file is called: the kind, and the first fact, which is its number. */
export function titleOf({ title, facts }: Sheet): string {
  return [title, facts[0]?.value].filter(Boolean).join(' ');
}
