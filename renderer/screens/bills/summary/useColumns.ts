import { useMediaQuery } from '@mantine/hooks';

/** How many cards stand beside one another in the window. */
export function useColumns(): number {
  const two = useMediaQuery('(min-width: 1001px)', true, { getInitialValueInEffect: false });
  const three = useMediaQuery('(min-width: 1750px)', false, { getInitialValueInEffect: false });
  return three ? 3 : two ? 2 : 1;
}
