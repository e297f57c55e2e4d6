import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useMemo } from 'react';
import { RouterProvider } from 'react-router/dom';
import { useLanguage } from '../i18n/index.ts';
import { resolver, theme } from '../theme.ts';
import { SCHEME_KEY } from './appearance.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { queryClient } from './query.ts';
import { makeRouter } from './router.tsx';

const schemes = localStorageColorSchemeManager({ key: SCHEME_KEY });

/** The whole interface: providers around the router. `nonce` marks generated style elements. */
export function App({ nonce }: { nonce: string | undefined }) {
  const router = useMemo(() => makeRouter(), []);
  const language = useLanguage();
  const getNonce = nonce === undefined ? {} : { getStyleNonce: () => nonce };
  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolver} colorSchemeManager={schemes} defaultColorScheme="auto" {...getNonce}>
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          <DatesProvider settings={{ locale: language === 'zh-CN' ? 'zh-cn' : 'en', firstDayOfWeek: 1 }}>
            <Notifications position="bottom-center" limit={4} />
            <RouterProvider router={router} />
          </DatesProvider>
        </QueryClientProvider>
      </ErrorBoundary>
    </MantineProvider>
  );
}
