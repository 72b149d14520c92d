import type { StockMovementDto, StockRowDto } from '../contracts/stock';
import type { RecordedMovement, StockLine } from '../services/stock-desk';

export function presentStockLine(line: StockLine): StockRowDto {
  const { documentId, productDocumentId, sku, title, options, image, stock } = line;
  const { held, awaiting, sold30d } = line;
  return {
    documentId,
    sku,
    options,
    product: { documentId: productDocumentId, title },
    image,
    stock,
    held,
    awaiting,
    sold30d,
  };
}

export function presentMovement(movement: RecordedMovement): StockMovementDto {
  const { id, at, actor, ...facts } = movement;
  return { ...facts, id: String(id), at: at.toISOString(), by: actor };
}
