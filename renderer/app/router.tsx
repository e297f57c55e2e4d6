import { createHashRouter, Navigate, useRouteError } from 'react-router';
import { addressOf } from './place.ts';
import { Failed } from './ErrorBoundary.tsx';
import { Frame } from './Frame.tsx';
import { lastPath } from './last-path.ts';
import { pathOf, screens } from './screens.ts';

const home = (): string => {
  const inRail = screens.filter((screen) => !screen.bookless);
  const last = lastPath();
  const known = last !== null && inRail.some((screen) => last === pathOf(screen) || last.startsWith(`${pathOf(screen)}/`));
  return known ? last : inRail[0] ? pathOf(inRail[0]) : '/start';
};

/** To where the user was last, with period and account. */
const Home = () => <Navigate to={addressOf(home(), new URLSearchParams())} replace />;

function RouteFailed() {
  return <Failed error={useRouteError()} />;
}

/** One route for each screen there is, all in the frame. */
export function makeRouter(): ReturnType<typeof createHashRouter> {
  return createHashRouter([
    {
      element: <Frame />,
      errorElement: <RouteFailed />,
      children: [
        { index: true, element: <Home /> },
        ...screens.map((screen) => ({ path: screen.path, element: <screen.element />, errorElement: <RouteFailed /> })),
        { path: '*', element: <Home /> },
      ],
    },
  ]);
}
