/** What the admin's screens need to know of the settings. */
export interface AdminShopDto {
  currency: string;
  /** In the shop's order. */
  optionTypes: string[];
  maxVariations: number;
  /** What a webhook of the host can hear. */
  eventNames: string[];
}
