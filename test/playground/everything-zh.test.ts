import { tourThroughThePage } from '../support/page-tour.js';

tourThroughThePage('zh-CN');
