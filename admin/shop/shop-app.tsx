import { Layouts, Page, useIsDesktop } from '@strapi/strapi/admin';
import { type ReactNode, lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';

import { PLUGIN_ID } from '../../content-types/uids';
import { useFindFirstStepsQuery } from '../api/first-steps';
import { ANY_STEP } from '../pages/first-steps/step-permissions';
import { AREAS, PAGES_BEYOND_MENU, type ShopPage } from './areas';
import { CompactNav } from './compact-nav';
import { ShopNav } from './shop-nav';
import { useGranted } from './use-granted';

const withContent = ({ path, permissions, load }: ShopPage) => ({
  path,
  permissions,
  Content: lazy(load),
});

const PAGES = AREAS.map(withContent);
const WIDE_PAGES = PAGES_BEYOND_MENU.map(withContent);

/** The shop's own pages, with their menu. */
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
              <Protected permissions={permissions} Content={Content} />
            </WithNav>
          }
        />
      ))}
      {WIDE_PAGES.map(({ path, permissions, Content }) => (
        <Route
          key={path}
          path={`${path}/*`}
          element={<Protected permissions={permissions} Content={Content} />}
        />
      ))}
      <Route path="*" element={<Navigate to={`/plugins/${PLUGIN_ID}`} replace />} />
    </Routes>
  );
}

type ProtectedProps = Pick<ReturnType<typeof withContent>, 'permissions' | 'Content'>;

function Protected({ permissions, Content }: ProtectedProps) {
  return (
    <Page.Protect permissions={permissions}>
      <Suspense fallback={<Page.Loading />}>
        <Content />
      </Suspense>
    </Page.Protect>
  );
}

/** The first page that the editor may see; in an empty shop, what is to be done first. */
function Entrance() {
  const isGranted = useGranted();
  const skip = !isGranted(ANY_STEP);
  const { data: steps, isLoading } = useFindFirstStepsQuery(undefined, { skip });
  if (isLoading) return <Page.Loading />;
  const first = AREAS.find(({ permissions }) => isGranted(permissions));
  if (!first) return <Page.NoPermissions />;
  return <Navigate to={steps?.isOpen ? 'first-steps' : first.path} replace />;
}

function WithNav({ children }: { children: ReactNode }) {
  const isDesktop = useIsDesktop();
  return (
    <Layouts.Root sideNav={isDesktop && <ShopNav />}>
      {!isDesktop && <CompactNav />}
      {children}
    </Layouts.Root>
  );
}
