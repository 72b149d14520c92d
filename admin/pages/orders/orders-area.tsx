import { Route, Routes } from 'react-router-dom';

import { OrderPage } from '../order/order-page';
import { OrdersPage } from './orders-page';

export function OrdersArea() {
  return (
    <Routes>
      <Route index element={<OrdersPage />} />
      <Route path=":documentId" element={<OrderPage />} />
    </Routes>
  );
}
