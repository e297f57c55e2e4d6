/** Four strokes and one across: a tally. */
export const Logo = ({ size }: { size: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="2.2"
    strokeLinecap="round"
    aria-hidden="true"
  >
    <path d="M5 4.5v15M9.7 4.5v15M14.3 4.5v15M19 4.5v15M2.5 16.5l19-9" />
  </svg>
);
