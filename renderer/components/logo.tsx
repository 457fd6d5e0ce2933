import classes from './logo.module.css'

/** Two riders on one bike: two rings that meet. */
export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <svg
      className={classes['logo']}
      width={size}
      height={size}
      viewBox="0 0 28 28"
      role="img"
      aria-label="Tandem"
    >
      <rect width="28" height="28" rx="7" className={classes['ground']} />
      <circle cx="10.2" cy="14" r="5" className={classes['service']} />
      <circle cx="17.8" cy="14" r="5" className={classes['support']} />
      <path d="M10.2 9 A5 5 0 0 1 15.2 14" className={classes['service']} />
    </svg>
  )
}
