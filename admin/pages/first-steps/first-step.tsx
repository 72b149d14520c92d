import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useId } from 'react';

import type { FirstStepsDto } from '../../../server/contracts/first-steps';
import { useSkipFirstStepMutation } from '../../api/first-steps';
import { useStep } from '../../components/use-step';
import { UPDATE_SETTINGS } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import { StatusBadge } from '../../status/status-badge';
import { useText } from '../../text/use-text';
import { FrontEnd } from './front-end';
import { StepLinks } from './step-links';
import { STEP_WORDS } from './step-words';
import { TestOrder } from './test-order';

interface FirstStepProps {
  step: FirstStepsDto['steps'][number];
  number: number;
  /** The first one that is neither done nor skipped. */
  isNext: boolean;
  standing: FirstStepsDto | undefined;
}

/** One step: what it is for, the way to do it, and whether it is done. */
export function FirstStep({ step, number, isNext, standing }: FirstStepProps) {
  const text = useText();
  const id = useId();
  const { isBusy, take } = useStep();
  const [skip] = useSkipFirstStepMutation();
  const maySkip = useGranted()(UPDATE_SETTINGS);
  const { name, isDone, isSkipped } = step;
  const { title, body } = STEP_WORDS[name];
  return (
    <Flex
      tag="li"
      aria-labelledby={id}
      aria-current={isNext ? 'step' : undefined}
      gap={4}
      alignItems="flex-start"
      padding={6}
      background="neutral0"
      borderColor={isNext ? 'primary600' : 'neutral150'}
      shadow="tableShadow"
      hasRadius
    >
      <Marker number={number} isDone={isDone} />
      <Flex direction="column" alignItems="stretch" gap={3} flex="1" minWidth={0}>
        <Flex gap={3} wrap="wrap" justifyContent="space-between">
          <Typography tag="h2" variant="delta" id={id}>
            {text(title)}
          </Typography>
          {isDone ? (
            <StatusBadge word={{ key: 'steps.done', tone: 'success' }} />
          ) : (
            isSkipped && <StatusBadge word={{ key: 'steps.skipped', tone: 'neutral' }} />
          )}
        </Flex>
        <Typography textColor="neutral600">{text(body)}</Typography>
        {name === 'test-order' && standing && <TestOrder standing={standing} />}
        {name === 'front-end' && standing && <FrontEnd storePath={standing.storePath} />}
        <Flex gap={2} wrap="wrap">
          <StepLinks name={name} isMain={isNext} />
          {!isDone && maySkip && (
            <Button
              variant="ghost"
              size="S"
              loading={isBusy}
              aria-label={text(isSkipped ? 'steps.take-up-of' : 'steps.skip-of', {
                step: text(title),
              })}
              onClick={() => void take(() => skip({ name, isSkipped: !isSkipped }), null)}
            >
              {text(isSkipped ? 'steps.take-up' : 'steps.skip')}
            </Button>
          )}
        </Flex>
      </Flex>
    </Flex>
  );
}

/** The step's number, or a tick. The badge says it in words. */
function Marker({ number, isDone }: { number: number; isDone: boolean }) {
  return (
    <Flex
      aria-hidden
      justifyContent="center"
      shrink={0}
      width="3.2rem"
      height="3.2rem"
      borderRadius="50%"
      background={isDone ? 'success100' : 'primary100'}
    >
      {isDone ? (
        <Check fill="success600" width="1.6rem" height="1.6rem" />
      ) : (
        <Box>
          <Typography textColor="primary600" fontWeight="bold">
            {number}
          </Typography>
        </Box>
      )}
    </Flex>
  );
}
