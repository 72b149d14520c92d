import { Box } from '@strapi/design-system';
import {
  BackButton,
  Layouts,
  Page,
  RESPONSIVE_DEFAULT_SPACING,
  SubNav,
  useIsMobile,
} from '@strapi/strapi/admin';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';

import { PLUGIN_ID } from '../../content-types/uids';
import { AREAS } from './areas';
import { ShopNav } from './shop-nav';
import { useGranted } from './use-granted';

const PAGES = AREAS.map(({ path, permissions, load }) => ({
  path,
  permissions,
  Content: lazy(load),
}));

/** The shop's own pages, beside their menu. */
export function ShopApp() {
  return (
    <Routes>
      <Route index element={<Entrance />} />
      {PAGES.map(({ path, permissions, Content }) => (
        <Route
          key={path}
          path={`${path}/*`}
          element={
            <WithNav>
              <Page.Protect permissions={permissions}>
                <Suspense fallback={<Page.Loading />}>
                  <Content />
                </Suspense>
              </Page.Protect>
            </WithNav>
          }
        />
      ))}
      <Route path="*" element={<Navigate to={`/plugins/${PLUGIN_ID}`} replace />} />
    </Routes>
  );
}

/** The first page that the editor may see; on a telephone, where there is no room for both, the menu. */
function Entrance() {
  const isMobile = useIsMobile();
  const isGranted = useGranted();
  const first = AREAS.find(({ permissions }) => isGranted(permissions));
  if (!first) return <Page.NoPermissions />;
  if (!isMobile) return <Navigate to={first.path} replace />;
  return (
    <SubNav.PageWrapper>
      <ShopNav isFullPage />
    </SubNav.PageWrapper>
  );
}

function WithNav({ children }: { children: React.ReactNode }) {
  return (
    <Layouts.Root sideNav={<ShopNav />}>
      <Box
        display={{ initial: 'block', medium: 'none' }}
        paddingLeft={RESPONSIVE_DEFAULT_SPACING}
        paddingRight={RESPONSIVE_DEFAULT_SPACING}
        paddingTop={RESPONSIVE_DEFAULT_SPACING}
      >
        <BackButton fallback={`/plugins/${PLUGIN_ID}`} />
      </Box>
      {children}
    </Layouts.Root>
  );
}
