import { Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';

import { useDismissFirstStepsMutation, useFindFirstStepsQuery } from '../../api/first-steps';
import { LoadError } from '../../components/load-error';
import { useStep } from '../../components/use-step';
import { UPDATE_SETTINGS } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import { useText } from '../../text/use-text';
import { FirstStep } from './first-step';
import { STEP_PERMISSIONS } from './step-permissions';

/** What makes a shop out of an empty one, step by step. */
export function FirstStepsArea() {
  const text = useText();
  const isGranted = useGranted();
  const { take } = useStep();
  const [dismiss] = useDismissFirstStepsMutation();
  const { data, error, isFetching, refetch } = useFindFirstStepsQuery(undefined, {
    refetchOnMountOrArgChange: true,
    refetchOnFocus: true,
  });
  const steps = (data?.steps ?? []).filter(({ name }) => isGranted(STEP_PERMISSIONS[name]));
  const settled = steps.filter(({ isDone, isSkipped }) => isDone || isSkipped).length;
  const next = steps.find(({ isDone, isSkipped }) => !isDone && !isSkipped);
  const isDismissed = data?.isDismissed ?? false;
  const putAway = (wanted: boolean) =>
    void take(() => dismiss(wanted), text(wanted ? 'steps.dismissed' : 'steps.brought-back'));

  return (
    <Page.Main aria-busy={isFetching}>
      <Page.Title>{text('steps.title')}</Page.Title>
      <Layouts.Header
        title={text('steps.title')}
        subtitle={text('steps.subtitle')}
        primaryAction={
          data && isGranted(UPDATE_SETTINGS) ? (
            <Button
              variant="tertiary"
              onClick={() => {
                putAway(!isDismissed);
              }}
            >
              {text(isDismissed ? 'steps.bring-back' : 'steps.dismiss')}
            </Button>
          ) : undefined
        }
      />
      <Layouts.Content>
        {error && !data ? (
          <LoadError error={error} retry={refetch} isRetrying={isFetching} />
        ) : isDismissed ? (
          <EmptyStateLayout
            hasRadius
            icon={<EmptyDocuments width="16rem" />}
            content={text('steps.put-away')}
          />
        ) : (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography tag="p" textColor="neutral600" aria-live="polite" minHeight="2.4rem">
              {data && text('steps.done-of', { done: settled, total: steps.length })}
            </Typography>
            <Flex tag="ol" direction="column" alignItems="stretch" gap={4}>
              {steps.map((step, index) => (
                <FirstStep
                  key={step.name}
                  step={step}
                  number={index + 1}
                  isNext={step === next}
                  standing={data}
                />
              ))}
            </Flex>
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
