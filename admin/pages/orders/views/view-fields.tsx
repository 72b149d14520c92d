import { Checkbox } from '@strapi/design-system';

import { TextField } from '../../../components/text-field';
import { useText } from '../../../text/use-text';

export interface ViewDraft {
  name: string;
  shared: boolean;
}

interface ViewFieldsProps {
  draft: ViewDraft;
  onChange: (draft: ViewDraft) => void;
}

/** What a view is called, and who sees it. */
export function ViewFields({ draft, onChange }: ViewFieldsProps) {
  const text = useText();
  return (
    <>
      <TextField
        name="view-name"
        label={text('orders.view.name')}
        value={draft.name}
        required
        onChange={(name) => {
          onChange({ ...draft, name });
        }}
      />
      <Checkbox
        checked={draft.shared}
        onCheckedChange={(shared) => {
          onChange({ ...draft, shared: shared === true });
        }}
      >
        {text('orders.view.share')}
      </Checkbox>
    </>
  );
}
