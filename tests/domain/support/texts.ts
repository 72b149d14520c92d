import { money, type Amount } from '../../../server/domain/money/money';

/** Amounts as the tables of cases write them: '1.00, 2.50' both ways. */
export function amountsOf(list: string): Amount[] {
  return list.split(',').map((text) => money(text.trim()));
}

export function textOf(amounts: readonly Amount[]): string {
  return amounts.map((amount) => amount.toFixed()).join(', ');
}

export function refusalOf(act: () => unknown): {
  code: string;
  details: Record<string, unknown>;
  message: string;
} {
  try {
    act();
  } catch (error) {
    const { code, details, message } = error as {
      code: string;
      details: Record<string, unknown>;
      message: string;
    };
    return { code, details, message };
  }
  throw new Error('Nothing was refused');
}
