import { Route, Routes } from 'react-router-dom';

import { CartPage } from './cart-page';
import { CartsPage } from './carts-page';

export function CartsArea() {
  return (
    <Routes>
      <Route index element={<CartsPage />} />
      <Route path=":documentId" element={<CartPage />} />
    </Routes>
  );
}
