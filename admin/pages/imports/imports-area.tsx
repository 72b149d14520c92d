import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';

import { RUN_EXPORTS, RUN_IMPORTS } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import { useText } from '../../text/use-text';
import { ExportCard } from './export-card';
import { ImportDesk } from './import-desk';

/** Products as a file: in and out. */
export function ImportsArea() {
  const text = useText();
  const isGranted = useGranted();
  return (
    <Page.Main>
      <Page.Title>{text('imports.title')}</Page.Title>
      <Layouts.Header title={text('imports.title')} subtitle={text('imports.subtitle')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {isGranted(RUN_IMPORTS) && <ImportDesk />}
          {isGranted(RUN_EXPORTS) && <ExportCard />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
