import { Typography } from '@strapi/design-system';

import { Card } from '../../components/card';
import { useText } from '../../text/use-text';
import { RowText } from './row-field';
import { RowsSetting } from './rows-setting';
import { useSettingsForm } from './settings-form';

interface OptionType {
  name: string;
}

/** Names alone. */
const NAMES = {
  read: (value: unknown) => (value as string[]).map((name) => ({ name })),
  write: (rows: OptionType[]) => rows.map(({ name }) => name),
};

/** Size, Colour …: in their order, those that an import has added among them. */
export function OptionTypes() {
  const text = useText();
  const { usedOptionTypes } = useSettingsForm().settings;
  return (
    <Card title={text('settings.option-types.title')}>
      <Typography tag="p" textColor="neutral600">
        {text('settings.option-types.hint')}
      </Typography>
      <RowsSetting<OptionType>
        name="optionTypes"
        label={text('settings.option-types.title')}
        nameOf={({ name }) => name || text('settings.option-types.new')}
        addLabel={text('settings.option-types.add')}
        empty={text('settings.option-types.none')}
        newRow={() => ({ name: '' })}
        form={NAMES}
        keeps={({ name }) => usedOptionTypes.includes(name)}
      >
        {({ row, index, change }) => {
          const isUsed = usedOptionTypes.includes(row.name);
          return (
            <RowText
              required
              path={`optionTypes.${index}`}
              label={text('settings.option-types.name')}
              {...(isUsed && { hint: text('settings.option-types.used') })}
              value={row.name}
              disabled={isUsed}
              onChange={(name) => {
                change({ name });
              }}
            />
          );
        }}
      </RowsSetting>
    </Card>
  );
}
