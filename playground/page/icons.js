import { drawn } from './dom.js';

/** Our own drawings on a grid of 24, in lines of the text's colour. */
const ICONS = {
  at: 'M16 12a4 4 0 1 0-1.2 2.8c.5 1 1.4 1.6 2.6 1.6 2 0 3.6-1.8 3.6-4.4a9 9 0 1 0-3.4 7',
  close: 'M5 5l14 14M19 5L5 19',
  code: 'M8 7l-5 5 5 5M16 7l5 5-5 5M13.5 4l-3 16',
  dots: 'M5 12h.01M12 12h.01M19 12h.01',
  eye: 'M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12zM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z',
  guide: 'M9.2 9a2.9 2.9 0 1 1 4.3 2.5c-1 .6-1.5 1.1-1.5 2.3M12 17.2h.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  menu: 'M4 6h16M4 12h16M4 18h16',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  people:
    'M9 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 9 11zM2.8 19.5c0-3.4 2.8-5.5 6.2-5.5s6.2 2.1 6.2 5.5M15.5 4.9a3.2 3.2 0 0 1 0 5.8M17.6 14.4c2.2.8 3.6 2.6 3.6 5.1',
  plus: 'M12 5v14M5 12h14',
  send: 'M4 4l17 8-17 8 2.5-8zM6.5 12H13',
  slash:
    'M14.5 5l-5 14M5 2.8h14a2.2 2.2 0 0 1 2.2 2.2v14a2.2 2.2 0 0 1-2.2 2.2H5A2.2 2.2 0 0 1 2.8 19V5A2.2 2.2 0 0 1 5 2.8z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6L19 19M5 19l1.4-1.4M17.6 6.4L19 5',
};

/** A drawing that says nothing by itself: what it stands on has a name. @param {keyof typeof ICONS} name */
export const icon = (name) =>
  drawn(
    'svg',
    { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    drawn('path', { d: ICONS[name] }),
  );
