import { Flex } from '@strapi/design-system';

import type { CheckedCodeDto } from '../../../server/contracts/discount-codes';
import { useCheckCodeQuery } from '../../api/discount-code-tools';
import { Notice, type NoticeTone } from '../../components/notice';
import type { TextKey } from '../../text/get-translation';
import { useText } from '../../text/use-text';
import { PanelError } from '../panel-error';
import { PanelLoading } from '../panel-loading';
import { useFormRequest } from '../use-form-request';
import { codeRequest } from './code-request';
import { CopyCode } from './copy-code';

type Warning = CheckedCodeDto['warnings'][number];

const WARNINGS: Record<Warning, { key: TextKey; tone: NoticeTone }> = {
  discount_none: { key: 'code.warning.discount-none', tone: 'warning' },
  discount_several: { key: 'code.warning.discount-several', tone: 'danger' },
  discount_wrong: { key: 'code.warning.discount-wrong', tone: 'danger' },
  no_effect: { key: 'code.warning.no-effect', tone: 'warning' },
  free: { key: 'code.warning.free', tone: 'danger' },
  window_empty: { key: 'code.warning.window-empty', tone: 'danger' },
  window_over: { key: 'code.warning.window-over', tone: 'warning' },
  never_usable: { key: 'code.warning.never-usable', tone: 'warning' },
  exhausted: { key: 'code.warning.exhausted', tone: 'warning' },
  per_customer_over: { key: 'code.warning.per-customer-over', tone: 'warning' },
  selection_empty: { key: 'code.warning.selection-empty', tone: 'warning' },
  minimum_high: { key: 'code.warning.minimum-high', tone: 'info' },
  inactive: { key: 'code.warning.inactive', tone: 'info' },
};

/** What is odd about the code as it stands in the form, and the ways to pass it on. */
export function CodeCheck({ documentId }: { documentId: string | undefined }) {
  const text = useText();
  const { request, isSettled } = useFormRequest(codeRequest, documentId);
  const { data, error, isFetching, refetch } = useCheckCodeQuery(request, {
    refetchOnMountOrArgChange: true,
  });
  if (error) return <PanelError error={error} retry={refetch} isRetrying={isFetching} />;
  if (!data) return <PanelLoading />;
  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={4}
      aria-busy={isFetching || !isSettled}
      aria-live="polite"
    >
      {data.warnings.length > 0 && (
        <Flex tag="ul" direction="column" gap={2} alignItems="stretch">
          {data.warnings.map((warning) => (
            <li key={warning}>
              <Notice tone={WARNINGS[warning].tone}>{text(WARNINGS[warning].key)}</Notice>
            </li>
          ))}
        </Flex>
      )}
      {request.code !== '' && (
        <CopyCode code={request.code} link={data.link} hasWebsite={data.hasWebsite} />
      )}
    </Flex>
  );
}
