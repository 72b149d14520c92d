import { Flex } from '@strapi/design-system';
import { styled } from 'styled-components';

const Option = styled.button`
  padding: 0.2rem 1rem;
  font-size: 1.2rem;
  line-height: 1.8rem;
  cursor: pointer;
  color: ${({ theme }) => theme.colors.neutral600};
  background: transparent;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};

  &[aria-pressed='true'] {
    color: ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary100};
    border-color: ${({ theme }) => theme.colors.primary200};
    font-weight: 600;
  }
`;

interface ChoiceProps<Value extends string | number> {
  label: string;
  value: Value;
  choices: { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** A few ways to see the same thing, small enough for a widget. */
export function Choice<Value extends string | number>(props: ChoiceProps<Value>) {
  const { label, value, choices, onChange } = props;
  return (
    <Flex role="group" aria-label={label} gap={1} wrap="wrap">
      {choices.map((choice) => (
        <Option
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => {
            onChange(choice.value);
          }}
        >
          {choice.label}
        </Option>
      ))}
    </Flex>
  );
}
