import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useIntl } from 'react-intl';

import type { SalePreviewRequest } from '../../../server/contracts/sale-preview';
import { useSalePreviewCsvMutation } from '../../api/sale-preview';
import { saveCsv } from '../../components/save-csv';
import { useStep } from '../../components/use-step';
import { writesDecimalComma } from '../../text/decimal-comma';
import { useText } from '../../text/use-text';

/** All rows that are shown, on every page, as a file for a spreadsheet. */
export function SaleCsv({ request }: { request: SalePreviewRequest }) {
  const text = useText();
  const { locale } = useIntl();
  const { isBusy, take } = useStep();
  const [ask] = useSalePreviewCsvMutation();
  const download = async () => {
    const answer = await ask({ ...request, decimalComma: writesDecimalComma(locale) });
    if ('data' in answer) saveCsv(answer.data.csv, 'sale-preview');
    return answer;
  };
  return (
    <Button
      variant="tertiary"
      startIcon={<Download />}
      loading={isBusy}
      onClick={() => void take(download, null)}
    >
      {text('sale.csv')}
    </Button>
  );
}
