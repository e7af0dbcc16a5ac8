import { tourThroughThePage } from '../support/page-tour.js';

// As long as all tests of some folders, and a file for each language so that they run side by side.
tourThroughThePage('en-US');
