import type { Answer } from '../../components/use-step';
import type { TextKey } from '../../text/get-translation';

type Text = (key: TextKey, values?: Record<string, string | number>) => string;

interface Facts {
  code?: string;
  sku?: string;
  available?: number;
  variations?: { sku: string | null; stock: number | null }[];
}

/** What the server refuses because units have moved meanwhile, in the editor's language. */
export function explainRefusal(answer: Answer, text: Text): Answer {
  if (!('error' in answer)) return answer;
  const facts = ('details' in answer.error ? (answer.error.details ?? {}) : {}) as Facts;
  const message = messageOf(facts, text);
  return message ? { error: { name: 'CommerceError', message } } : answer;
}

function messageOf({ code, sku, available, variations }: Facts, text: Text): string | null {
  if (code === 'insufficient_stock') {
    return text('stock.too-few', { sku: sku ?? '', count: available ?? 0 });
  }
  if (code !== 'stock_changed') return null;
  const now = (variations ?? []).map((one) => {
    const units = one.stock === null ? text('stock.level.uncounted') : String(one.stock);
    return `${one.sku ?? ''}: ${units}`;
  });
  return text('stock.changed', { now: now.join(', ') });
}
