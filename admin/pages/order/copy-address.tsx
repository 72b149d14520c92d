import { IconButton } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';

import { useText } from '../../text/use-text';
import { copyText } from './copy-text';

interface CopyAddressProps {
  /** Which one, in full. */
  label: string;
  lines: string[];
}

/** An address as plain lines, for a label or a carrier's form. */
export function CopyAddress({ label, lines }: CopyAddressProps) {
  const text = useText();
  const { toggleNotification } = useNotification();
  const copy = async () => {
    const isCopied = await copyText(lines.join('\n'));
    toggleNotification({
      type: isCopied ? 'success' : 'warning',
      message: text(isCopied ? 'address.copied' : 'address.not-copied'),
    });
  };
  return (
    <IconButton size="XS" variant="ghost" label={label} onClick={() => void copy()}>
      <Duplicate />
    </IconButton>
  );
}
