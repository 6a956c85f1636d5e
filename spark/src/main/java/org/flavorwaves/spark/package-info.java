/**
 * The stability survey for tables on a cluster: {@link org.flavorwaves.spark.FlavorWaves} is the transformation and the
 * SQL function, {@link org.flavorwaves.spark.SurveyJob} the program for spark-submit.
 *
 * <p>Cells are independent, so each partition is surveyed where it is and no row is moved between machines.
 */
package org.flavorwaves.spark;
