import SvgIcon, { type SvgIconProps } from '@material-ui/core/SvgIcon';

/** A cloud with layers, as Palette builds clusters from. @public */
export const SpectroCloudIcon = (props: SvgIconProps) => (
  <SvgIcon {...props} viewBox="0 0 24 24">
    <path d="M12 2 2 7l10 5 10-5-10-5Zm-7.6 9.3L2 12.5l10 5 10-5-2.4-1.2L12 15.1l-7.6-3.8Zm0 5L2 17.5l10 5 10-5-2.4-1.2-7.6 3.8-7.6-3.8Z" />
  </SvgIcon>
);
