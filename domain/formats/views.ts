/**
 * The tellings of one month by a vendor: the same money by usage, by resource, by product … Best first: the first view
 * that a vendor's month has is the bill that is counted; the others are held against it and never added.
 */
export const VIEWS = [
  'detail',
  'expenditures',
  'usage-day',
  'usage-cycle',
  'resource-line',
  'resource-day',
  'resource-cycle',
  'product-line',
  'product-day',
  'product-cycle',
  'type-line',
  'type-day',
  'type-cycle',
  'account-line',
  'account-day',
  'account-cycle',
  'invoice',
  'usage',
  'summary',
  'project-cycle',
  'region-cycle',
  'mode-cycle',
  'tag-cycle',
] as const;
export type View = (typeof VIEWS)[number];

/** Stored with each line; the place in VIEWS is its rank. */
export const viewCode = (view: View): number => VIEWS.indexOf(view);
