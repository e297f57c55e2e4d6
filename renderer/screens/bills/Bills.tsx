import { usePath } from '../../app/place.ts';
import { Details } from './details/Details.tsx';
import { Summary } from './summary/Summary.tsx';
import '../overview/overview.css';
import './bills.css';

/** `/bills/details` lists the lines; everything else below `/bills` is the period's summary. */
export function Bills() {
  return usePath().startsWith('/bills/details') ? <Details /> : <Summary />;
}
