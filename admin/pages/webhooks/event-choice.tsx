import { Checkbox, Flex } from '@strapi/design-system';

interface EventChoiceProps {
  names: string[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

/** The shop's events, to be ticked. */
export function EventChoice({ names, chosen, onChange }: EventChoiceProps) {
  const tick = (name: string, isTicked: boolean) => {
    const others = chosen.filter((one) => one !== name);
    onChange(isTicked ? [...others, name] : others);
  };
  return (
    <Flex wrap="wrap" gap={2}>
      {names.map((name) => (
        <Flex key={name} width="28rem">
          <Checkbox
            checked={chosen.includes(name)}
            onCheckedChange={(state) => {
              tick(name, state === true);
            }}
          >
            {name.replace(/^cartwright\./, '')}
          </Checkbox>
        </Flex>
      ))}
    </Flex>
  );
}
