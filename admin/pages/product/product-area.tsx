import { Navigate, Route, Routes } from 'react-router-dom';

import { ProductPage } from './product-page';
import { PRODUCT_TABS } from './product-tabs';

/** What is edited of a product beside its form in the Content Manager, in tabs with an address each. */
export function ProductArea() {
  const [first] = PRODUCT_TABS;
  return (
    <Routes>
      {PRODUCT_TABS.map(({ path }) => (
        <Route key={path} path={path} element={<ProductPage tab={path} />} />
      ))}
      <Route path="*" element={<Navigate to={first?.path ?? '..'} replace />} />
    </Routes>
  );
}
