/** An amount on the wire: a string with exactly the currency's decimals, such as `"19.90"`, or `"1990"` for JPY. */
export type MoneyText = string;

/** An instant on the wire: ISO 8601 in UTC. */
export type TimeText = string;
