/** Pages of node views, and the data that they show. */
package org.flavorwaves.knime.view;
