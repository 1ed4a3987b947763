import { Link, type LinkProps } from '@backstage/ui';
import Button from '@material-ui/core/Button';
import { forwardRef, type ReactNode } from 'react';

/** The button takes whatever isn't an `a` for a button, and says so by a role. */
const LinkWithoutRole = forwardRef<
  HTMLAnchorElement,
  LinkProps & { role?: string }
>(({ role, ...props }, ref) => <Link {...props} ref={ref} />);

/** A link that looks like the buttons beside it, and follows the app's own router. */
export const LinkButton = (props: {
  href: string;
  isPrimary?: boolean;
  children: ReactNode;
}) => {
  const { href, isPrimary, children } = props;
  return (
    <Button
      component={LinkWithoutRole}
      href={href}
      variant={isPrimary ? 'contained' : 'outlined'}
      color={isPrimary ? 'primary' : 'default'}
    >
      {children}
    </Button>
  );
};
