/** One value that the plugin derives and that was not as it should be. */
export interface DriftDto {
  productDocumentId: string;
  /** Null for variations without a product, which a rebuild removes. */
  title: string | null;
  of: 'product' | 'variation';
  sku: string | null;
  /** As the Content Manager calls it, such as `salePrice`. */
  field: string;
  /** As text; null is empty. */
  stored: string | null;
  right: string | null;
}

/** A product that an editor has to mend first. */
export interface RebuildFailureDto {
  productDocumentId: string;
  title: string | null;
  message: string;
}

/** A few seconds of a rebuild. */
export interface RebuildStepDto {
  /** Products of the shop. */
  total: number;
  /** Products that this step and those before it have been through. */
  done: number;
  /** To be sent as `after` for the next step; null when all is done. */
  next: string | null;
  /** What this step has found: how many, and the first hundred of them. */
  drifted: { count: number; first: DriftDto[] };
  failed: { count: number; first: RebuildFailureDto[] };
}
