// The shop as it is tried out before a deploy: search engines leave it alone.
import express from 'express';
import { createApp } from './app.js';

const app = express();
app.use((_request, response, next) => {
  response.set('X-Robots-Tag', 'noindex');
  next();
});
app.use(createApp());
app.listen(process.env.PORT || 3000);
