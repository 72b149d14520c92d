import { Route, Routes } from 'react-router-dom';

import { NewOrderPage } from '../new-order/new-order-page';
import { EditPage } from '../order/edit/edit-page';
import { OrderPage } from '../order/order-page';
import { OrdersPage } from './orders-page';

export function OrdersArea() {
  return (
    <Routes>
      <Route index element={<OrdersPage />} />
      <Route path="new" element={<NewOrderPage />} />
      <Route path=":documentId" element={<OrderPage />} />
      <Route path=":documentId/edit" element={<EditPage />} />
    </Routes>
  );
}
