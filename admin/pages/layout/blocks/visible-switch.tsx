import { Switch } from '@strapi/design-system';

import { useText } from '../../../text/use-text';

interface VisibleSwitchProps {
  name: string;
  isVisible: boolean;
  disabled: boolean;
  onChange: (isVisible: boolean) => void;
}

export function VisibleSwitch({ name, isVisible, disabled, onChange }: VisibleSwitchProps) {
  const text = useText();
  return (
    <Switch
      aria-label={text('layout.visible.named', { block: name })}
      checked={isVisible}
      disabled={disabled}
      onCheckedChange={onChange}
      onLabel={text('layout.visible.on')}
      offLabel={text('layout.visible.off')}
      visibleLabels
    />
  );
}
