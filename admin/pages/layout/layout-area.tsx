import { Page } from '@strapi/strapi/admin';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';

import { useFindPagesQuery } from '../../api/layout';
import { LoadError } from '../../components/load-error';
import { useText } from '../../text/use-text';
import { LayoutPage } from './layout-page';

/** `home/en`: a page in a language. Without either it is the home page in the site's own language. */
export function LayoutArea() {
  return (
    <Routes>
      <Route index element={<ChosenPage />} />
      <Route path=":page" element={<ChosenPage />} />
      <Route path=":page/:locale" element={<ChosenPage />} />
    </Routes>
  );
}

function ChosenPage() {
  const text = useText();
  const { page = 'home', locale } = useParams();
  const { data, error, isError, isFetching, refetch } = useFindPagesQuery(undefined);
  if (!data) {
    return isError ? (
      <Page.Main>
        <LoadError error={error} retry={refetch} isRetrying={isFetching} />
      </Page.Main>
    ) : (
      <Page.Loading>{text('loading')}</Page.Loading>
    );
  }
  const known = data.locales.find(({ code }) => code === locale);
  if (!known) {
    const standard = data.locales.find(({ isDefault }) => isDefault) ?? data.locales[0];
    const up = locale === undefined ? '' : '../';
    return <Navigate to={`${up}${encodeURIComponent(page)}/${standard?.code ?? 'en'}`} replace />;
  }
  return <LayoutPage key={`${page} ${known.code}`} page={page} locale={known.code} site={data} />;
}
