import { Flex, Loader } from '@strapi/design-system';

import { useText } from '../text/use-text';

export function PanelLoading() {
  const text = useText();
  return (
    <Flex justifyContent="center" minHeight="8rem" width="100%">
      <Loader small>{text('loading')}</Loader>
    </Flex>
  );
}
