import {
  Checkbox,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useState } from 'react';

import { useFindCategoryTitlesQuery } from '../../api/imports';
import { Card } from '../../components/card';
import { DownloadButton } from '../../components/download-button';
import { SEE_CATEGORIES } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import { useText } from '../../text/use-text';
import { exportPath } from './export-path';

/** The products as a file that can be changed in a spreadsheet and imported again. */
export function ExportCard() {
  const text = useText();
  const maySee = useGranted()(SEE_CATEGORIES);
  const { data: categories = [] } = useFindCategoryTitlesQuery(undefined, { skip: !maySee });
  const [publishedOnly, setPublishedOnly] = useState(false);
  const [category, setCategory] = useState<string | null>(null);
  return (
    <Card title={text('imports.export')}>
      <Typography textColor="neutral600">{text('imports.export-what')}</Typography>
      <Flex gap={6} wrap="wrap" alignItems="flex-end">
        {categories.length > 0 && (
          <Field.Root name="category" width="28rem">
            <Field.Label>{text('imports.export-category')}</Field.Label>
            <SingleSelect
              placeholder={text('imports.export-all')}
              value={category ?? ''}
              onChange={(chosen) => {
                setCategory(String(chosen));
              }}
              onClear={() => {
                setCategory(null);
              }}
              clearLabel={text('imports.export-all')}
            >
              {categories.map(({ documentId, title }) => (
                <SingleSelectOption key={documentId} value={documentId}>
                  {title}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        )}
        <Checkbox
          checked={publishedOnly}
          onCheckedChange={(checked) => {
            setPublishedOnly(checked === true);
          }}
        >
          {text('imports.export-published')}
        </Checkbox>
      </Flex>
      <Flex>
        <DownloadButton
          variant="secondary"
          label={text('imports.export-download')}
          path={exportPath({ publishedOnly, category })}
          filename="products.csv"
        />
      </Flex>
    </Card>
  );
}
