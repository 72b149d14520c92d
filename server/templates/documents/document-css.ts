/** For the screen and for A4 or Letter paper; a table's head is repeated on each page. */
export const DOCUMENT_CSS = `
@page { margin: 18mm; }
* { box-sizing: border-box; }
body { margin: 2rem auto; padding: 0 1rem; max-width: 50rem; color: #1a1a1a; background: #fff;
  font: 0.9rem/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
p, dl, dd { margin: 0; }
header, .about { display: flex; gap: 2rem; justify-content: space-between; }
header { flex-direction: row-reverse; }
.seller { text-align: right; }
.seller img { max-width: 14rem; max-height: 5rem; margin-bottom: 0.75rem; }
.seller, .recipient, .delivery { overflow-wrap: anywhere; max-width: 50%; }
.name { font-weight: 600; }
h1 { margin: 2.5rem 0 1rem; font-size: 1.6rem; }
.about dl > div, .totals > div { display: flex; gap: 1rem; }
.about dt { min-width: 9rem; color: #555; }
table { width: 100%; margin-top: 2rem; border-collapse: collapse; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 0.4rem 0 0.4rem 1rem; text-align: right; vertical-align: top; }
th { border-bottom: 1.5px solid #1a1a1a; font-weight: 600; }
td { border-bottom: 1px solid #ddd; white-space: nowrap; font-feature-settings: "tnum"; }
th:first-child, td:first-child { padding-left: 0; text-align: left; }
td:first-child { white-space: normal; overflow-wrap: anywhere; }
.detail { color: #555; font-size: 0.8rem; }
.totals { margin: 1rem 0 0 auto; max-width: 32rem; break-inside: avoid; }
.totals > div { justify-content: space-between; padding: 0.2rem 0; }
.totals dt { overflow-wrap: anywhere; }
.totals dd { white-space: nowrap; font-feature-settings: "tnum"; }
.totals .strong { font-weight: 600; border-top: 1px solid #1a1a1a; }
.note { margin-top: 2rem; overflow-wrap: anywhere; break-inside: avoid; }
.note p { white-space: pre-line; }
article + article { margin-top: 5rem; break-before: page; }
footer { margin-top: 3rem; padding-top: 0.75rem; border-top: 1px solid #ddd; color: #555;
  font-size: 0.8rem; white-space: pre-line; }
@media print { article + article { margin-top: 0; } body { margin: 0; padding: 0; max-width: none; font-size: 10pt; } }
`;
