import { Page } from '@strapi/strapi/admin';
import { Navigate, Route, Routes } from 'react-router-dom';

import { READ_ORDERS } from '../permissions';
import { OrderPage } from './order/order-page';
import { OrdersPage } from './orders/orders-page';

/** The shop's own pages. The orders are the first of them. */
export function App() {
  return (
    <Page.Protect permissions={READ_ORDERS}>
      <Routes>
        <Route path="orders" element={<OrdersPage />} />
        <Route path="orders/:documentId" element={<OrderPage />} />
        <Route path="*" element={<Navigate to="orders" replace />} />
      </Routes>
    </Page.Protect>
  );
}
