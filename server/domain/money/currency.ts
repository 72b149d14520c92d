/**
 * The active codes of ISO 4217, funds included, by their number of decimals (rules 1.1). Left out are the
 * codes without decimals of their own (metals, XDR, XTS, XXX …): nobody can pay in them to the last unit.
 * Decimals are the standard's, not those of local habit: HUF has 2, whatever a till in Budapest prints.
 */
const CODES_BY_DECIMALS: ReadonlyArray<readonly [decimals: number, codes: string]> = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [
    2,
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF
     CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL
     HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU
     MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR
     SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED
     VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

const DECIMALS = new Map(
  CODES_BY_DECIMALS.flatMap(([decimals, codes]) =>
    codes.split(/\s+/).map((code) => [code, decimals] as const)
  )
);

export const CURRENCY_CODES: readonly string[] = [...DECIMALS.keys()].sort();

/** Whether a shop can use this code. Codes are in capitals: `eur` is none. */
export function isCurrency(code: unknown): code is string {
  return typeof code === 'string' && DECIMALS.has(code);
}

/** JPY 0, EUR 2, KWD 3. An unknown code is a mistake in the configuration, which `isCurrency` keeps out. */
export function currencyDecimals(code: string): number {
  const decimals = DECIMALS.get(code);
  if (decimals === undefined) throw new RangeError(`Not an ISO 4217 currency code: ${code}`);
  return decimals;
}
