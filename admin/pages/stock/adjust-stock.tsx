import type { StockRowDto } from '../../../server/contracts/stock';
import { DialogButton } from '../../components/dialog-button';
import { AdjustForm } from './adjust-form';

interface AdjustStockProps {
  rows: StockRowDto[];
  label: string;
  fullLabel?: string;
}

/** Changes the units of one thing, or of all that were chosen. */
export function AdjustStock({ rows, label, fullLabel }: AdjustStockProps) {
  return (
    <DialogButton label={label} size="S" {...(fullLabel ? { fullLabel } : {})}>
      {(step) => <AdjustForm rows={rows} step={step} />}
    </DialogButton>
  );
}
