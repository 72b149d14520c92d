import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useIntl } from 'react-intl';

import type { CodeBatchDto } from '../../../server/contracts/discount-codes';
import { useCodeBatchCsvMutation, useSwitchCodeBatchMutation } from '../../api/discount-code-tools';
import { saveCsv } from '../../components/save-csv';
import { useStep } from '../../components/use-step';
import { DELETE_DISCOUNT_CODES, UPDATE_DISCOUNT_CODES } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import { writesDecimalComma } from '../../text/decimal-comma';
import { useText } from '../../text/use-text';
import { DeleteBatch } from './delete-batch';

/** What can be done with all codes of a batch at once. */
export function BatchActions({ batch }: { batch: CodeBatchDto }) {
  const isGranted = useGranted();
  return (
    <>
      <DownloadCodes name={batch.name} />
      {isGranted(UPDATE_DISCOUNT_CODES) && <SwitchBatch batch={batch} />}
      {isGranted(DELETE_DISCOUNT_CODES) && <DeleteBatch batch={batch} />}
    </>
  );
}

export function DownloadCodes({ name }: { name: string }) {
  const text = useText();
  const { locale } = useIntl();
  const { isBusy, take } = useStep();
  const [ask] = useCodeBatchCsvMutation();
  const download = async () => {
    const answer = await ask({ batch: name, decimalComma: writesDecimalComma(locale) });
    if ('data' in answer) saveCsv(answer.data.csv, name);
    return answer;
  };
  return (
    <Button
      variant="tertiary"
      size="S"
      startIcon={<Download />}
      loading={isBusy}
      aria-label={text('codes.download-of', { name })}
      onClick={() => void take(download, null)}
    >
      {text('codes.download')}
    </Button>
  );
}

/** Off while any code is on, else on. */
function SwitchBatch({ batch: { name, active } }: { batch: CodeBatchDto }) {
  const text = useText();
  const { isBusy, take } = useStep();
  const [ask] = useSwitchCodeBatchMutation();
  const isOn = active > 0;
  return (
    <Button
      variant="tertiary"
      size="S"
      loading={isBusy}
      aria-label={text(isOn ? 'codes.switch-off-of' : 'codes.switch-on-of', { name })}
      onClick={() =>
        void take(
          () => ask({ batch: name, active: !isOn }),
          text(isOn ? 'codes.switched-off' : 'codes.switched-on', { name })
        )
      }
    >
      {text(isOn ? 'codes.switch-off' : 'codes.switch-on')}
    </Button>
  );
}
