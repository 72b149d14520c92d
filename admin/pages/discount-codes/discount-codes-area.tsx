import { Route, Routes } from 'react-router-dom';

import { CodeBatchesPage } from './code-batches-page';
import { GenerateCodesPage } from './generate-codes-page';

export function DiscountCodesArea() {
  return (
    <Routes>
      <Route index element={<CodeBatchesPage />} />
      <Route path="generate" element={<GenerateCodesPage />} />
    </Routes>
  );
}
